/**
 * Words that hold others together and are meant by nobody who types them beside others: articles, conjunctions,
 * prepositions, pronouns, forms of “to be” and “to have”; by the primary subtag of a language, lower case. What may also be
 * a name or a matter (`may`, `will`, `us`, French `est`) is not among them.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ar: "و في من على إلى الى عن مع أو او أن ان إن التي الذي الذين هذا هذه ذلك تلك ما هو هي هم كان كانت قد ثم",
  da: "og eller men at som der den det de en et i på af til med for fra om er var har havde han hun vi jeg sig sin sit sine",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber als wie wenn dass daß ob in im ins an am auf aus bei beim bis durch für mit nach von vom vor zu zum zur über um ist sind war waren sein wird werden wurde wurden hat haben hatte hatten ich du er sie es wir ihr sich dieser diese dieses diesen diesem",
  en: "a an the and or but nor if of to in on at by for from with into onto upon as than that this these those there it its is are was were be been being am has have had having do does did he him his she her hers they them their theirs we our ours you your yours i me my which who whom whose what when where why how so such about",
  es: "el la los las lo un una unos unas de del a al y e o u ni que en con por para se su sus mi mis tu tus es son fue fueron ser ha han había como si le les nos os me te esta estos estas ese esa eso pero",
  fa: "و در به از که را با این آن برای یا تا است بود",
  fi: "ja tai mutta että jos kun kuin on oli ovat olivat se ne hän he me te minä sinä tämä nämä joka jotka mikä mitä",
  fr: "le la les l un une des du de d et ou mais ni que qui dont où à au aux en dans par pour sur avec ce cet cette ces se sa ses leur leurs mon ma mes ta tes notre nos votre vos il elle ils elles on nous vous je tu me te lui y sont était étaient être a ont avait avaient avoir comme si quand",
  he: "של את על עם אל מן הוא היא הם או כי זה זו אשר",
  it: "il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nella nei con su sul sulla per tra fra e ed o ma che cui si ci vi mi ti suo sua suoi sue è sono ha hanno come se questo questa questi queste",
  ja: "の を に は が と で も へ や か から まで より など という として における による",
  ko: "및 또는 그리고 그러나 이 그 저 이것 그것 저것",
  nl: "de het een en of maar dat die dit deze van in op aan met voor door uit bij naar om te is zijn was waren werd werden heeft hebben had er ik je hij zij ze wij we hun haar als dan",
  no: "og eller men at som der den det de en ei et i på av til med for fra om er var har hadde han hun vi jeg seg sin sitt sine",
  pt: "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela com para e ou mas que se seu sua seus suas é são ao aos à às como",
  ru: "и или но а что чтобы как в во на с со из к ко по за от до для о об у при это этот эта эти тот та те он она оно они мы вы я его её их был была было были быть же ли",
  sv: "och eller men att som den det de en ett i på av till med för från om är var har hade han hon vi jag sig sin sitt sina",
  ur: "اور کا کی کے کو میں سے پر نے یہ وہ ہے ہیں تھا تھی تھے یا کہ جو",
  zh: "的 了 和 与 與 及 在 是 之 也 而 或",
};
