/**
 * Cyrillic and Greek letters in Latin ones, and the spellings that several systems give to one sound made one. Letters by BGN/PCGN
 * (Russian 1947, Ukrainian 2019, Bulgarian 2013, Serbian by its own Latin alphabet) and ELOT 743 for Greek. ISO 9, passports and the
 * habits of German and French are met by {@link soundKey}. For comparing names of two scripts only, never for showing one.
 */
export function toLatin(folded: string): string {
  if (!OTHER_SCRIPT.test(folded)) return folded;
  return folded
    .replace(GREEK_PAIRS, (pair) => PAIRS[pair] ?? pair)
    .replace(FOREIGN, (letter) => LETTERS.get(letter) ?? letter);
}

/** True for a text in which a letter is Cyrillic or Greek. */
export function isOtherScript(folded: string): boolean {
  return OTHER_SCRIPT.test(folded);
}

/** One word in Latin letters as a key under which its usual spellings meet: Yuliya, Julia, Iuliia; Shchukin, Ščukin; Mueller, Muller. */
export function soundKey(word: string): string {
  return SOUNDS.reduce((text, [sound, plain]) => text.replace(sound, plain), toLatin(word));
}

const OTHER_SCRIPT = /[\u0370-\u03ff\u0400-\u052f]/;
const FOREIGN = /[\u0370-\u03ff\u0400-\u052f]/g;
const GREEK_PAIRS = /ου|αυ|ευ|γγ|γξ|γχ|^μπ|(?<= )μπ|^ντ|(?<= )ντ|^γκ|(?<= )γκ/g;
const PAIRS: Readonly<Record<string, string>> = {
  ου: "ou",
  αυ: "av",
  ευ: "ev",
  γγ: "ng",
  γξ: "nx",
  γχ: "nch",
  μπ: "b",
  ντ: "d",
  γκ: "g",
};
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    "а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c ђ=dj у=u ў=w ф=f х=kh ц=ts " +
    "ч=ch џ=dz ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ѓ=g ќ=k ѕ=dz " +
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);
/** Applied in this order; coarse on purpose, since a key only brings together what is then called a candidate. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|chtch/g, "s"],
  [/tsch|tch|cz/g, "c"],
  [/sch|sh|sz/g, "s"],
  [/zh/g, "z"],
  [/kh|ch(?=[rl])/g, "h"],
  [/ch|ts|tz/g, "c"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ks/g, "x"],
  [/([aou])e/g, "$1"],
  [/ou/g, "u"],
  [/aa/g, "a"],
  [/[yj]/g, "i"],
  [/^i(?=[aeu])/, ""],
  [/ii+/g, "i"],
  [/i(?=[aeou])/g, ""],
  [/ff?$|w|ff/g, "v"],
  [/ck|q/g, "k"],
  [/(.)\1+/g, "$1"],
];
