/**
 * True where two folded given names are often one: a name and its short form, or two short forms of a name. English only, the
 * common ones; a weak signal, never enough to call two people one (the pairs were chosen by hand against data/nicknames).
 */
export function areNicknames(a: string, b: string): boolean {
  const groups = GROUPS.get(a);
  return groups !== undefined && a !== b && (GROUPS.get(b)?.some((group) => groups.includes(group)) ?? false);
}

/** Every folded name that can stand for `name`, itself left out. */
export function nicknamesOf(name: string): readonly string[] {
  const all = (GROUPS.get(name) ?? []).flatMap((group) => NAMES[group] ?? []);
  return [...new Set(all)].filter((other) => other !== name);
}

const NAMES: readonly (readonly string[])[] = (
  "robert rob robbie bob bobby bert|william will bill billy liam|richard rich rick ricky dick|james jim jimmy jamie|john jack johnny jon|" +
  "jonathan jon johnny|michael mike mick mickey|joseph joe joey|thomas tom tommy|charles charlie chuck|christopher chris kit|" +
  "christina chris tina chrissy christine|daniel dan danny|matthew matt|anthony tony|andrew andy drew|steven steve stephen stevie|" +
  "edward ed eddie ted ned|theodore ted teddy theo|kenneth ken kenny|gregory greg|joshua josh|timothy tim|ronald ron ronnie|" +
  "benjamin ben benny|samuel sam sammy|samantha sam|alexander alex al sandy xander|alexandra alex sandra sasha|nicholas nick nicky|" +
  "patrick pat paddy|patricia pat patty trish|peter pete|philip phil phillip|raymond ray|douglas doug|donald don donnie|" +
  "lawrence larry laurence|gerald gerry jerry|jeffrey jeff geoffrey geoff|leonard leo len lenny|frederick fred freddie|" +
  "francis frank fran|david dave davey|nathaniel nathan nate|zachary zach zack|vincent vince vinny|walter walt|" +
  "elizabeth liz lizzie beth betty eliza lisa|margaret maggie meg peggy|katherine kate katie kathy cathy catherine kathryn kat|" +
  "jennifer jen jenny|jessica jess jessie|susan sue susie|deborah deb debbie|barbara barb|rebecca becky becca|kimberly kim|" +
  "victoria vicky tori|angela angie|amanda mandy|pamela pam|cynthia cindy|judith judy|jacqueline jackie|abigail abby|" +
  "gabriel gabe|gabriella gabby|eleanor ellie nell|isabella bella izzy isabel|caroline carrie carol|theresa terry tess teresa|" +
  "allison allie ally|natalie nat|madeline maddie|suzanne sue suzy|lucille lucy"
)
  .split("|")
  .map((group) => group.split(" "));

const GROUPS: ReadonlyMap<string, readonly number[]> = NAMES.reduce((groups, names, place) => {
  for (const name of names) groups.set(name, [...(groups.get(name) ?? []), place]);
  return groups;
}, new Map<string, number[]>());
