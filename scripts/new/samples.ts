/** What a new essay says until its author says something. */
export interface Sample {
  readonly title: string;
  readonly section: string;
  readonly summary: string;
  /** With the mark `[^1]` where the language sets it. */
  readonly paragraph: string;
  readonly second: string;
  /** Without its source. */
  readonly note: string;
  /** Of the source that is cited, which does not exist. */
  readonly source: string;
  readonly author: { readonly family: string; readonly given: string };
}

const en: Sample = {
  title: "Title of the Essay",
  section: "First section",
  summary: "One sentence of what the section says.",
  paragraph: "Write your text here, one paragraph after the other.[^first-note] A blank line ends a paragraph.",
  second: "Each paragraph has a number and an address of its own, by which it can be cited.",
  note: "This is a note. It cites a source, which stands in references.json.",
  source: "A Source That Does Not Exist",
  author: { family: "Doe", given: "Jane" },
};

const SAMPLES: Readonly<Record<string, Sample>> = {
  en,
  de: {
    title: "Titel des Essays",
    section: "Erster Abschnitt",
    summary: "Ein Satz darüber, was der Abschnitt sagt.",
    paragraph: "Hier steht Ihr Text, Absatz für Absatz.[^first-note] Eine Leerzeile beendet einen Absatz.",
    second: "Jeder Absatz hat eine Nummer und eine eigene Adresse, unter der er zitiert werden kann.",
    note: "Das ist eine Anmerkung. Sie zitiert eine Quelle, die in references.json steht.",
    source: "Eine Quelle, die es nicht gibt",
    author: { family: "Muster", given: "Erika" },
  },
  fr: {
    title: "Titre de l’essai",
    section: "Première section",
    summary: "Une phrase qui dit ce que contient la section.",
    paragraph:
      "Écrivez ici votre texte, un paragraphe après l’autre.[^first-note] Une ligne vide termine le paragraphe.",
    second: "Chaque paragraphe a un numéro et une adresse à lui, par laquelle on peut le citer.",
    note: "Ceci est une note. Elle cite une source, qui se trouve dans references.json.",
    source: "Une source qui n’existe pas",
    author: { family: "Dupont", given: "Marie" },
  },
  ja: {
    title: "論考の題",
    section: "最初の節",
    summary: "この節が述べることを一文で。",
    paragraph: "ここに本文を、段落ごとに書く[^first-note]。空の行が段落の終わりになる。",
    second: "どの段落にも番号と固有のアドレスがあり、それによって引用できる。",
    note: "これは注である。references.jsonにある文献を引いている。",
    source: "存在しない文献",
    author: { family: "山田", given: "花子" },
  },
  "zh-Hans": {
    title: "文章标题",
    section: "第一节",
    summary: "用一句话说明本节的内容。",
    paragraph: "在这里逐段写下正文[^first-note]。空行表示一段结束。",
    second: "每一段都有编号和自己的地址，可以据此引用。",
    note: "这是一条注释，引用了references.json中的文献。",
    source: "一部不存在的文献",
    author: { family: "王", given: "小明" },
  },
  ko: {
    title: "글의 제목",
    section: "첫째 절",
    summary: "이 절의 내용을 한 문장으로.",
    paragraph: "여기에 본문을 한 문단씩 씁니다.[^first-note] 빈 줄이 문단을 끝냅니다.",
    second: "문단마다 번호와 고유한 주소가 있어, 그것으로 인용할 수 있습니다.",
    note: "이것은 주석입니다. references.json에 있는 문헌을 인용합니다.",
    source: "존재하지 않는 문헌",
    author: { family: "홍", given: "길동" },
  },
  ar: {
    title: "عنوان المقال",
    section: "القسم الأول",
    summary: "جملة واحدة عمّا يقوله هذا القسم.",
    paragraph: "اكتب نصّك هنا، فقرةً بعد فقرة.[^first-note] السطر الفارغ ينهي الفقرة.",
    second: "لكلّ فقرة رقم وعنوان خاصّ بها تُقتبس به.",
    note: "هذه حاشية تستشهد بمرجع موجود في references.json.",
    source: "مرجع لا وجود له",
    author: { family: "أحمد", given: "ليلى" },
  },
};

/** @returns what a new essay in a language says; in English where there are no words in that language */
export function sampleIn(language: string): Sample {
  const { language: code, script } = new Intl.Locale(language).maximize();
  return SAMPLES[`${code}-${script}`] ?? SAMPLES[code] ?? en;
}
