import { useCallback, useEffect, useRef, useState } from "react";
import { askedOver } from "./calls.js";

/**
 * A planner in a worker, for a component. `openWorker` makes the worker, `storage` loads and saves one text; both are to stay the same from
 * render to render. Of several things asked the last one shows, and nothing is set once the component is gone.
 */
export function useIntroductions(openWorker, storage) {
  const asked = useRef(null);
  const turn = useRef(0);
  const [state, setState] = useState({ status: "busy", contacts: 0 });

  const show = useCallback(async (work) => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, status: "busy", error: undefined }));
    const change = await work(asked.current).catch((error) => ({ error }));
    if (mine === turn.current) setState((before) => ({ ...before, ...change, status: "ready" }));
  }, []);

  useEffect(() => {
    const worker = openWorker();
    asked.current = askedOver(worker);
    show(async (calls) => {
      const contacts = await calls.open((await storage.load()) ?? undefined);
      return { contacts, week: await calls.today() };
    });
    return () => {
      turn.current++;
      worker.terminate();
    };
  }, [openWorker, storage, show]);

  const keep = useCallback(
    async (calls) => {
      await storage.save(await calls.saved());
      return { week: await calls.today() };
    },
    [storage],
  );
  const read = useCallback(
    (owner, files) =>
      show(async (calls) => {
        const bytesOf = async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        const contacts = await calls.read(owner, await Promise.all([...files].map(bytesOf)));
        return { contacts, ...(await keep(calls)) };
      }),
    [show, keep],
  );
  const plan = useCallback((target) => show(async (calls) => ({ view: await calls.plan(target) })), [show]);
  const draft = useCallback((ask, words) => asked.current.draft(ask, words), []);
  const sent = useCallback(
    (ask) =>
      show(async (calls) => {
        await calls.sent(ask);
        return keep(calls);
      }),
    [show, keep],
  );
  return { ...state, read, plan, draft, sent };
}
