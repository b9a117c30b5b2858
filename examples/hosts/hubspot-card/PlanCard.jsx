import { Alert, Button, Flex, Heading, hubspot, LoadingSpinner, Text, Tile } from "@hubspot/ui-extensions";
import { useCrmProperties } from "@hubspot/ui-extensions/crm";
import { useEffect, useState } from "react";

/** The worker of ../cloudflare-worker; `permittedUrls.fetch` of the app has to name it. HubSpot signs each call. */
const WORKER = "https://introductions.example.com";

hubspot.extend(({ actions }) => <PlanCard actions={actions} />);

/** Whom to ask for an introduction to the contact on whose page it stands. */
export function PlanCard({ actions }) {
  const { properties, isLoading, error } = useCrmProperties(["firstname", "lastname", "company"]);
  const [plan, setPlan] = useState();
  const name = [properties?.firstname, properties?.lastname].filter(Boolean).join(" ");
  const target = properties?.company ? `${name} at ${properties.company}` : name;
  useEffect(() => {
    if (isLoading || name === "") return;
    let left = false;
    const show = (found) => {
      if (!left) setPlan(found);
    };
    call(`/plan?target=${encodeURIComponent(target)}`).then(show, () => show({ failed: true }));
    return () => {
      left = true;
    };
  }, [isLoading, name, target]);

  if (error || plan?.failed) return <Alert title="The plan could not be made" variant="error" />;
  if (!isLoading && name === "") return <Text>This contact has no name yet.</Text>;
  if (plan === undefined) return <LoadingSpinner label="Looking for introductions" />;
  if (plan.asks.length === 0) return <Text>{plan.refusal ?? "Nobody to ask today."}</Text>;
  return (
    <Flex direction="column" gap="small">
      <Text>{`Ask in this order, one at a time. ${plan.chance} that you are introduced.`}</Text>
      {plan.asks.map((one) => (
        <Ask key={one.ask.id} one={one} day={plan.day} actions={actions} />
      ))}
    </Flex>
  );
}

function Ask({ one, day, actions }) {
  const [said, setSaid] = useState("");
  // The note says that the text to forward stands below it.
  const message = [one.note, one.forwardable].filter(Boolean).join("\n\n---\n\n");
  const copy = async () => {
    await actions.copyTextToClipboard(message);
    setSaid("Copied.");
  };
  const sent = async () => {
    const body = { id: `sent-${one.ask.id}`, type: "ask.sent", at: day, ask: one.ask };
    await call("/events", { method: "POST", body }).then(
      () => setSaid("Kept."),
      () => setSaid("Not kept; try again."),
    );
  };
  return (
    <Tile>
      <Heading>{one.name}</Heading>
      <Text>{one.chance}</Text>
      <Text>{one.why}</Text>
      <Text variant="microcopy">{one.subject}</Text>
      <Text variant="microcopy">{message}</Text>
      <Flex gap="small">
        <Button onClick={copy}>Copy</Button>
        <Button onClick={sent}>I sent it</Button>
        <Text>{said}</Text>
      </Flex>
    </Tile>
  );
}

async function call(path, options) {
  const response = await hubspot.fetch(WORKER + path, options);
  if (!response.ok) throw new Error(`the worker answered ${response.status}`);
  return response.json();
}
