import { checkShape, madeOf } from "../base/index.js";
import { checkProfile, type TargetProfile } from "../people/index.js";
import { listOf } from "./compose.js";
import { type DraftOptions, deskOf } from "./draft-base.js";
import { wholePack } from "./locales/en-more.js";
import { shown } from "./shown-name.js";

/**
 * What customers can be told of whom one looks for (1.11 of examples/guides/practice.md). It is a few sentences for a page, a talk or the end of a
 * mail, and no message. What the profile does not tell is left out.
 * @throws WarmpathError `INVALID_ARGUMENT` for a profile without any part, or one of another form.
 *
 * @example targetBrief({ titles: ["Head of Operations"], industries: ["cold storage"], issue: "late supplier audits" })
 */
export function targetBrief(
  profile: TargetProfile,
  options: Pick<DraftOptions, "tone" | "locale"> = {},
): string {
  return madeOf("profile", () => {
    checkShape(options, "object", "options");
    const { tone, locale } = options;
    const { industries = [], size, titles = [], issue } = checkProfile(profile);
    const pack = wholePack(locale);
    const say = deskOf({ me: {}, tone, locale: pack }, []).say("note");
    const list = (words: readonly string[]): string | undefined => {
      const clean = words.flatMap((word) => shown(word, 100, 12) ?? []);
      return clean.length === 0 ? undefined : listOf(clean, pack.or);
    };
    return [
      ...say("brief.titles", { list: list(titles) }),
      ...say("brief.industries", { list: list(industries) }),
      ...say("brief.size", { from: size?.[0], to: size?.[1] }),
      ...say("brief.issue", { issue: shown(issue, 120, 15) }),
      ...say("brief.close"),
    ]
      .map(({ text }) => text)
      .join(" ");
  });
}
