import { madeOf, unfit } from "../base/index.js";
import { joinText, type Sentence } from "./compose.js";
import type { AskOptions } from "./draft-ask.js";
import { checkOptions, deskOf } from "./draft-base.js";
import { missing } from "./draft-forwardable.js";
import { finish } from "./finish.js";
import type { AskMessage, MessagePart } from "./message.js";
import type { Playbook } from "./playbook.js";
import { callName, companyOf, fullName, type NamedPerson, shown } from "./shown-name.js";
import { compileTemplate, type TemplateName, type TemplateValues } from "./template.js";

/** An ask written with a team's own template. */
export interface TemplateDraftOptions extends AskOptions {
  readonly playbook: Playbook;
  /** Id of the template in the playbook. */
  readonly template: string;
  /** The issue of an issue-framed template. */
  readonly issue?: string | undefined;
}

/**
 * A message from a team's own template, with the lint and the `needs` of any other draft. A slot without a value is
 * named in `needs` and left empty.
 * @throws WarmpathError `INVALID_ARGUMENT` where the playbook has no such template.
 */
export function draftFromTemplate(options: TemplateDraftOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "playbook", "me", "connector", "target");
    const template = options.playbook.templates.find((one) => one.id === options.template);
    if (template === undefined) throw unfit("template", "an id of the playbook's");
    const desk = deskOf({ channel: template.channel, ...options }, [
      options.me,
      options.connector,
      options.target,
    ]);
    const values = valuesOf(options);
    const needs = new Set(
      template.mode === "named" ? missing(options).filter((fact) => fact !== "offer") : [],
    );
    const fill = (field: MessagePart["field"], source: string | undefined): Sentence[] => {
      if (source === undefined) return [];
      const { names, render } = compileTemplate(source);
      const filled = render(values);
      for (const name of filled.missing) needs.add(NEEDS[name as TemplateName] ?? name);
      const text =
        field === "subject" ? filled.text.replace(/\s+/g, " ") : filled.text.replace(/\n{3,}/g, "\n\n");
      return [{ field, key: template.id, text, evidence: names, drop: 0 }];
    };
    const titled = desk.channel === "email" || desk.channel === "inmail";
    const subject = titled ? fill("subject", template.subject) : [];
    const parts = fill("note", template.note);
    const blurb = [fill("forwardable", template.forwardable)];
    const note = { text: joinText([parts]), parts };
    return finish({ desk, options, mode: template.mode, subject, note, blurb, needs: [...needs] });
  });
}

function valuesOf(options: TemplateDraftOptions): TemplateValues {
  const { me, connector, target, via } = options;
  const text = (words: string | undefined): string => shown(words, 600, 80) ?? "";
  const person = (role: string, one: NamedPerson | undefined): Record<string, string> => ({
    [`${role}.name`]: fullName(one) ?? "",
    [`${role}.first`]: (one && callName(one)) ?? "",
    [`${role}.company`]: companyOf(one) ?? "",
    [`${role}.title`]: shown(one?.title, 60) ?? "",
  });
  return {
    ...person("seeker", me),
    ...person("connector", connector),
    ...person("target", target),
    ...person("via", via?.[0]),
    reason: text(options.reason),
    offer: text(options.offer),
    about: text(options.about),
    context: text(options.context),
    minutes: String(options.minutes ?? 20),
    issue: text(options.issue),
  };
}

/** What a missing value is called in `needs`. */
const NEEDS: Readonly<Partial<Record<TemplateName, string>>> = {
  "seeker.name": "seeker",
  "seeker.first": "seeker",
  "seeker.company": "seekerCompany",
  "seeker.title": "seekerTitle",
  "connector.name": "connector",
  "connector.first": "connector",
  "connector.company": "connectorCompany",
  "target.name": "target",
  "target.first": "target",
  "target.company": "company",
  "target.title": "targetTitle",
  "via.name": "via",
  "via.first": "via",
};
