import { roleWords } from "./address-words";
import { soundOf } from "./spelling";

const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** Before or after a name, and never the name itself. */
export const titles =
  setOf(`dr prof mr mrs ms miss mx herr frau sir dame lord lady dipl ing mag jr sr
  junior senior ii iii iv phd md mba msc bsc llm esq sra srta don dona rev fr mme mlle dott dottssa
  ra mgr bc eng arch filho neto bey hanim`);

/** What joins the words of a surname, and may be left out or written together with it. */
export const particles = setOf(`van von vom de den der des del della dello di da das do dos du la le
  las les los el al ul ter ten te zu zur zum af av y e i und och bin ibn bint bte binti abu ben mac mc
  o san santa st saint ap`);

const placeholderWords = setOf(`seat user test tester testing new open vacant free empty account
  license licence spot person name dummy demo example sample placeholder unknown tbd tba na none nobody
  temp temporary trainee intern backup shared generic default first last platz benutzer nutzer neu neuer
  neue frei praktikant azubi puesto vacante usuario nuevo poste vacant utilisateur nouveau posto utente
  nuovo libero login crm manager employee position desk staff member agent`);

/** Whether the words name a seat and nobody in it, like "Sales Seat 1". */
export function isPlaceholder(words: string[]): boolean {
  return words.every(
    (word) => placeholderWords.has(word) || roleWords.has(word) || /^(\p{N}+|[a-z])$/u.test(word),
  );
}

const surnameFamilies = `lee yi li rhee lei ri ly
park pak bak
kim gim
choi choe
jung jeong chung
kang gang
cho jo
yoon yun
lim im rim lin lam
noh roh no
shin sin
wang wong ong
huang wong ng hwang
chen chan tan chin
zhang chang cheung teo
liu lau low liew
wu ng goh
xu hsu tsui
zhou chow chou chau
cai tsai choi chua
xie hsieh tse
yang yeung
zhao chao chiu
zheng cheng tay
he ho
guo kuo kwok
nguyen ruan
wei ngai
sun suen
ma mah
zhu chu choo
tran
pham
phan
huynh hoang
bui
dang
duong
ngo
truong
han
seo suh
kwon gwon`
  .split("\n")
  .map((line) => new Set(line.split(" ").map(soundOf)));

/** Whether two surnames are one in two romanisations: Lee and Yi, Wong and Huang. */
export function isSameSurname(one: string, other: string): boolean {
  const sounds = [soundOf(one), soundOf(other)];
  return surnameFamilies.some((family) => sounds.every((sound) => family.has(sound)));
}

/** Whether this is a surname that its country writes first. */
export const isSurnameWrittenFirst = (word: string) =>
  word.length > 1 && surnameFamilies.some((family) => family.has(soundOf(word)));
