import { unfit } from "../../base/index.js";
import { foldName, type Person } from "../../people/index.js";
import { checkOwner } from "../owner.js";
import { idOfRow } from "../reader-id.js";
import type { ArchiveProfile } from "./archive-profile.js";
import type { Message } from "./message-rows.js";

/**
 * Who the archive's owner is: the one given, else the one of `Profile.csv`. No file tells their address. It is the one that
 * stands beside their name in most conversations, else the one in at least four fifths of the conversations.
 * @throws WarmpathError `INVALID_ARGUMENT` where nothing tells who they are.
 */
export function ownerOf(
  given: Person | undefined,
  { fields: profile, spells, tags }: ArchiveProfile,
  messages: readonly Message[],
): Person {
  const known = given === undefined ? undefined : checkOwner(given);
  const name = known?.name ?? profile.name;
  const profileUrl = known?.profileUrl ?? addressByName(name ?? "", messages) ?? addressEverywhere(messages);
  if (known === undefined && !name && profileUrl === undefined) {
    throw unfit("owner", "given: the archive does not tell whose it is");
  }
  const fields = {
    ...profile,
    ...(name ? { name } : {}),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    ...(spells.length === 0 ? {} : { spells }),
    ...(tags.length === 0 ? {} : { tags }),
  };
  return { ...fields, ...known, id: known?.id ?? idOfRow({ row: 1, ...fields }, undefined) };
}

/** The address that stands beside their name in most conversations; none where two do so alike, one of them a namesake's. */
function addressByName(name: string, messages: readonly Message[]): string | undefined {
  const own = foldName(name);
  if (own === "") return undefined;
  const known = new Map<string, boolean>();
  const isOwn = (text: string): boolean => {
    const told = known.get(text) ?? foldName(text) === own;
    known.set(text, told);
    return told;
  };
  const seen = new Set<string>();
  const addresses: string[] = [];
  for (const { conversation, from, fromUrl, to, toUrls } of messages) {
    const named = [
      isOwn(from) ? fromUrl : undefined,
      toUrls.length === 1 && isOwn(to) ? toUrls[0] : undefined,
    ];
    for (const url of named) {
      const key = `${conversation} ${url}`;
      if (url !== undefined && !seen.has(key)) addresses.push(url);
      seen.add(key);
    }
  }
  const most = mostUsed(addresses);
  const next = mostUsed(addresses.filter((address) => address !== most?.address));
  return most?.count === next?.count ? undefined : most?.address;
}

function addressEverywhere(messages: readonly Message[]): string | undefined {
  const seen = new Set<string>();
  const conversations = new Set<string>();
  const addresses: string[] = [];
  for (const { conversation, fromUrl, toUrls } of messages) {
    conversations.add(conversation);
    for (const url of fromUrl === undefined ? toUrls : [fromUrl, ...toUrls]) {
      const key = JSON.stringify([conversation, url]);
      if (!seen.has(key)) addresses.push(url);
      seen.add(key);
    }
  }
  const most = mostUsed(addresses);
  return most !== undefined && conversations.size > 2 && most.count >= 0.8 * conversations.size
    ? most.address
    : undefined;
}

/** The address met most often; of equals the first in code units. */
function mostUsed(
  addresses: readonly (string | undefined)[],
): { address: string; count: number } | undefined {
  const counts = new Map<string, number>();
  for (const address of addresses)
    if (address !== undefined) counts.set(address, (counts.get(address) ?? 0) + 1);
  let most: { address: string; count: number } | undefined;
  for (const [address, count] of counts) {
    if (most === undefined || count > most.count || (count === most.count && address < most.address))
      most = { address, count };
  }
  return most;
}
