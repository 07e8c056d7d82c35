const latin = "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ə e ĸ k ŧ t ƒ f ơ o ư u";

const cyrillic = `а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y ј j к k л l љ lj
  м m н n њ nj о o п p р r с s т t ћ c ђ d у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ _ ы y ь _
  э e ю yu я ya ѓ g ќ k ѕ dz қ k ғ g ң n ү u ұ u ө o һ h ә a`;

const greek = `α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y
  φ f χ ch ψ ps ω o`;

/** Letters of other alphabets, and of Latin ones beyond accents, in plain Latin. */
const inLatin = new Map(
  pairsOf(`${latin} ${cyrillic} ${greek}`).map(([letter, spelled]) => [
    letter,
    spelled.replace("_", ""),
  ]),
);

const greekPairs = new Map(pairsOf("ου ou αυ av ευ ev μπ b γγ ng γκ gk"));

/** The text in lower case, without accents and in Latin letters as far as a table knows them. */
export function inPlainLetters(text: string): string {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .replace(/[йї]/g, (letter) => inLatin.get(letter) ?? letter)
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}\p{Cc}'’ʼʻ`´]/gu, "");
  const greek = bare.replace(/ου|αυ|ευ|μπ|γγ|γκ/g, (pair) => greekPairs.get(pair) ?? pair);
  return greek.replace(/[^a-z0-9]/gu, (letter) => inLatin.get(letter) ?? letter);
}

function pairsOf(table: string): [string, string][] {
  const cells = table.trim().split(/\s+/);
  return Array.from({ length: cells.length / 2 }, (_, at) => [
    cells[2 * at] ?? "",
    cells[2 * at + 1] ?? "",
  ]);
}
