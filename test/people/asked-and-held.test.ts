import { expect, it } from "vitest";
import { TargetIndex } from "../../src/people/index.js";

/** How a buyer is asked for, and how a contact of the same company is written who may be they. */
const ONE = `
Robert James Smith = Robert Smith
R. Smith = Robert Smith
Robert James Smith = R. J. Smith
Bob Smith III = Bob Smith
Bob Smith = Bob Smith, Jr.
Bob Smith = Bob
Bob Smith = Bob S.
Robert Smith = Bob Smith
María Pérez Gómez = María Pérez
María Gómez = María Pérez Gómez
Juan García López = Juan Carlos García
Ivan Petrov = Иван Петров
Иван Петров = Ivan Petrov
Ivan Petrov = Иван Сергеевич Петров
Evgeny Tchaikovsky = Евгений Чайковский
Oleksandr Tkachenko = Олександр Ткаченко
Katya Belova = Екатерина Белова
Александр Петров = Саша Петров
Саша Петров = Александр Сергеевич Петров
Alexander Petrov = Sascha Petrov
Anton Huber = Toni Huber
George Papadopoulos = Γεώργιος Παπαδόπουλος
Christos Bakas = Χρήστος Μπάκας
Joerg Gross = Jörg Groß
山田太郎 = 太郎 山田
김민수 = 민수 김
张伟 = 伟 张
Kim Min-su = Minsu Kim
Min-su Kim = Kim Minsu
Wang Xiao Ming = Xiaoming Wang
Nguyen Van An = Văn An Nguyễn
أحمد حسن = احمد حسن
Elizabeth Taylor = Liz Taylor
Peter Schmidt = Hans-Peter Schmidt
Anna Weber-Klein = Anna Klein
Kevin van den Berg = Kevin Vandenberg
Sean O'Neil = Sean O Neil
Jonathon Vega = Jonathan Vega
Sarah Lund = Sara Lund
Josef Huber = Sepp Huber
Maya Miller = Maya Stone (Miller)
Maya Stone = Maya Miller geb. Stone
Bob Moss = Robert "Bob" Moss
João Silva = João Pedro dos Santos Silva
`;
const OTHER = `
Jane Roe = Bob Smith
Bob Smith = Ann Smith
Anna Weber = Anna Schulz
Li Zhang = Wei Zhang
Jiwoo Kim = Minsu Kim
Oleg Petrov = Иван Петров
Олег Петров = Иван Петров
Robert James Smith = Robert John Smith
`;
const pairs = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(" = ") as [string, string]);
const found = (asked: string, held: string) =>
  new TargetIndex([
    { id: "a", name: held, company: "Acme" },
    { id: "b", name: "Zed Quorn", company: "Acme" },
  ])
    .find({ name: asked, company: "Acme" })
    .filter(({ score }) => score > 0.55)
    .map(({ person }) => person);

it.each(pairs(ONE))("asked for %j, a colleague held as %j may be the one", (asked, held) => {
  expect(found(asked, held)).toEqual(["a"]);
});

it.each(pairs(OTHER))("asked for %j, a colleague held as %j is another", (asked, held) => {
  expect(found(asked, held)).toEqual([]);
});
