/**
 * True where two folded given names are often one: a name and its short form, or two short forms of a name. The common
 * ones of English, and of other languages as they stand beside names in Latin letters (Katya, Sepp, Pepe). A weak signal, never enough to
 * call two people one. The pairs were chosen by hand, the English ones against data/nicknames.
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
  "benjamin ben benny|samuel sam sammy|samantha sam|alexander alex al sandy xander sascha|alexandra alex sandra sasha sascha|nicholas nick nicky|" +
  "patrick pat paddy|patricia pat patty trish|peter pete|philip phil phillip|raymond ray|douglas doug|donald don donnie|" +
  "lawrence larry laurence|gerald gerry jerry|jeffrey jeff geoffrey geoff|leonard leo len lenny|frederick fred freddie|" +
  "francis frank fran|david dave davey|nathaniel nathan nate|zachary zach zack|vincent vince vinny|walter walt|" +
  "elizabeth liz lizzie beth betty eliza lisa|margaret maggie meg peggy|katherine kate katie kathy cathy catherine kathryn kat|" +
  "jennifer jen jenny|jessica jess jessie|susan sue susie|deborah deb debbie|barbara barb|rebecca becky becca|kimberly kim|" +
  "victoria vicky tori|angela angie|amanda mandy|pamela pam|cynthia cindy|judith judy|jacqueline jackie|abigail abby|" +
  "gabriel gabe|gabriella gabby|eleanor ellie nell|isabella bella izzy isabel|caroline carrie carol|theresa terry tess teresa|" +
  "allison allie ally|natalie nat|madeline maddie|suzanne sue suzy|lucille lucy|" +
  "mikhail michael misha michail|ekaterina yekaterina katerina katya katia katja catherine kate|dmitry dmitri dmitriy dima mitya|vladimir vova volodya|" +
  "sergei sergey seryozha|aleksei alexei alexey aleksey alyosha lyosha|evgeny evgeniy yevgeny eugene zhenya|aleksandr alexandr alexander sasha shura|" +
  "aleksandra alexandra sasha|nikolai nikolay nicholas kolya|pavel paul pasha|ivan vanya|maria mariya masha|anna anya anja|natalia nataliya natalya natasha|" +
  "tatiana tatyana tanya tanja|elena yelena helena helen lena|olga olya|yulia julia yuliya yulya|svetlana sveta lana|anastasia nastya|andrei andrey andrew|grigory grigoriy grisha|konstantin kostya|viktor vitya victor|boris borya|yuri yury yuriy yura|irina ira|daria darya dasha|galina galya|lyudmila lyuda|victoria viktoria vika|aleksandr aleksander sasha|" +
  "georgios giorgos yiorgos george|ioannis yannis giannis john|nikolaos nikos nicholas nick|dimitrios dimitris jim james|konstantinos kostas costas gus|" +
  "panagiotis panos takis|athanasios thanasis thanos|vasileios vasilis bill|aikaterini katerina katina|evangelos vangelis|christos chris|eleni elena helen|" +
  "josef joseph sepp jupp pepi|johannes johann hans hannes|friedrich fritz|heinrich heinz heiner|maximilian max|sebastian basti|andreas andi andy|matthias matze|" +
  "ulrich uli ulli|wolfgang wolf|elisabeth elizabeth lisa elli sissi liesl|margarete margarethe grete gretel greta|katharina kathrin katrin kathi kati|franziska franzi|" +
  "susanne susi|johanna hanna|ludwig lutz|klaus nikolaus|anton antonius toni tony|stefan stephan steffen stefanos|michael michi micha|martin martl|hendrik henk|cornelis kees|willem wim pim|rudolf rudi|siegfried siggi|gerhard gerd|" +
  "jose pepe|francisco paco pancho curro chico|ignacio nacho|enrique quique|manuel manolo manu|dolores lola|guadalupe lupe|jesus chucho|eduardo lalo edu|alejandro alex ale|" +
  "fernando nando fer|antonio toni tono|rafael rafa|roberto beto|guillermo memo guille|mercedes merche|santiago santi|javier javi|vicente chente|" +
  "giuseppe beppe pino peppe|giovanni gianni vanni|francesco franco ciccio|luigi gigi|vincenzo enzo|domenico mimmo|salvatore toto turi|" +
  "aleksandra ola|katarzyna kasia|malgorzata gosia|tomasz tomek|jakub kuba|agnieszka aga|joanna asia|magdalena magda lena|krzysztof krzysiek|wojciech wojtek|stanislaw staszek|" +
  "mohammed muhammad mohamed mohammad muhammed mehmet|yosef joseph yossi|yitzhak isaac itzik|moshe moses"
)
  .split("|")
  .map((group) => group.split(" "));

const GROUPS: ReadonlyMap<string, readonly number[]> = NAMES.reduce((groups, names, index) => {
  for (const name of names) groups.set(name, [...(groups.get(name) ?? []), index]);
  return groups;
}, new Map<string, number[]>());
