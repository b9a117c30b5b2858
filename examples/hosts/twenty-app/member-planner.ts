import { RestApiClient } from "twenty-client-sdk/rest";
import { kv } from "twenty-sdk/logic-function";
import { IntroductionPlanner, Journal, type JournalSnapshot, Network, type PlanAsk } from "warmpath";
import { fromRecords } from "warmpath/ingest";

/** One member of the workspace: who asks. */
export const ME = "me";

interface Member {
  readonly data: {
    readonly workspaceMember: { readonly name: { readonly firstName: string; readonly lastName: string } };
  };
}

interface Page {
  readonly data: {
    readonly people: readonly { readonly createdBy?: { readonly workspaceMemberId?: string } }[];
  };
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** A planner over the people whom a member brought into the CRM, with what the member asked before. */
export async function plannerOf(member: string, today: string): Promise<IntroductionPlanner> {
  const client = new RestApiClient();
  const { data: self } = await client.get<Member>(`/rest/workspaceMembers/${member}`);
  const { firstName, lastName } = self.workspaceMember.name;
  const owner = { id: ME, name: `${firstName} ${lastName}`.trim() };
  const network = new Network();
  network.addPerson(owner);
  let after: string | undefined;
  do {
    const query = { limit: 60, depth: 1, ...(after === undefined ? {} : { starting_after: after }) };
    const { data, pageInfo } = await client.get<Page>("/rest/people", { query });
    const own = data.people.filter(({ createdBy }) => createdBy?.workspaceMemberId === member);
    const options = { owner, format: "twenty", now: today } as const;
    if (own.length > 0) network.import(fromRecords({ people: own }, options));
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after !== undefined);
  const saved = await kv.get<JournalSnapshot>(`journal:${member}`);
  return new IntroductionPlanner(
    saved === null ? { network } : { network, journal: Journal.fromJSON(saved) },
  );
}

export function keepJournal(member: string, { journal }: IntroductionPlanner): Promise<void> {
  return kv.set(`journal:${member}`, journal.toJSON());
}

/** The requests that were shown last, so that one of them can be named by its id. */
export const shownAsks = {
  keep: (member: string, asks: readonly PlanAsk[]): Promise<void> => kv.set(`asks:${member}`, asks),
  get: async (member: string, id: string): Promise<PlanAsk | undefined> =>
    ((await kv.get<readonly PlanAsk[]>(`asks:${member}`)) ?? []).find((ask) => ask.id === id),
};
