/** Irregular forms, each list behind its word: stemming doesn't bring them together. */
const IRREGULAR = `
arise arose arisen; bear bore borne born; beat beaten; become became; begin began begun; bend bent; bind bound;
bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
buy bought; catch caught; choose chose chosen; come came; cost; creep crept; cut; deal dealt; dig dug; do did done;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground;
grow grew grown; hang hung; have had; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known;
lay laid; lead led; learn learnt; leave left; lend lent; lie lay lain; lose lost; make made; mean meant; meet met;
pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold;
send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood;
steal stole stolen; stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; swing swung;
take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood;
wake woke woken; wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn; write wrote written;
overthrow overthrew overthrown; overcome overcame; undergo underwent undergone; undertake undertook undertaken;
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; person people; ox oxen;
leaf leaves; life lives; wife wives; knife knives; half halves; wolf wolves; shelf shelves; thief thieves; calf calves;
loaf loaves; self selves; elf elves; hoof hooves; scarf scarves; crisis crises; analysis analyses; basis bases;
axis axes; thesis theses; oasis oases; phenomenon phenomena; criterion criteria; bacterium bacteria; datum data;
medium media; stratum strata; nucleus nuclei; fungus fungi; cactus cacti; alga algae; larva larvae; formula formulae;
species; good better best; bad worse worst; old elder eldest older oldest; big bigger biggest; far further farther;
six sixth; one first; two second; three third; five fifth; eight eighth; nine ninth; twelve twelfth
`;

const FORMS = new Map(
  IRREGULAR.trim()
    .split(/;\s*/u)
    .map((list) => list.split(/\s+/u))
    .map(([word = "", ...forms]) => [word, forms] as const),
);

/** American spellings and how they are spelled in Britain; a word that has neither is spelled alike. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^(arm|behavi|cand|clam|col|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|tum|val|vap|vig)or(?=$|s|ed|ing|al|able|ite|ful|less)/u,
    "$1our",
  ],
  [/^(cent|fib|lit|lust|meag|theat|sab|spect|(?:\w+)?met|calib)er(?=$|s)/u, "$1re"],
  [/^(?!(?:pri|sei|capsi|maize))(\w{2,})iz(?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$)/u, "$1is"],
  [/^(anal|paral|catal)yz/u, "$1ys"],
  [/^(def|off|lic|pret)ense/u, "$1ence"],
  [/^program(?=$|s$)/u, "programme"],
  [/^(catalog|dialog|analog|monolog)(?=$|s$)/u, "$1ue"],
  [/^gray/u, "grey"],
  [/^plow/u, "plough"],
  [/^mold/u, "mould"],
  [/^tire(?=$|s$)/u, "tyre"],
  [/^jewelry$/u, "jewellery"],
  [/^skeptic/u, "sceptic"],
  [/^artifact/u, "artefact"],
  [/^airplane/u, "aeroplane"],
  [/^aluminum$/u, "aluminium"],
  [/^(travel|model|cancel|label|level|counsel|signal)(ed|ing|er|ers)$/u, "$1l$2"],
  [/^(encyclop|arch|p)e(?=dia|olog|diatr)/u, "$1ae"],
  [/^(leuk|an|h)e(?=mia|mo)/u, "$1ae"],
];

/** The other forms of an English word that mean the same: won for win, colour for color. */
export function otherForms(word: string): readonly string[] {
  const british = SPELLINGS.filter(([american]) => american.test(word)).map(([american, spelling]) =>
    word.replace(american, spelling),
  );
  return [...(FORMS.get(word) ?? []), ...british];
}
