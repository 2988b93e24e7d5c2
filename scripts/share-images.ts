import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { listNames } from "../src/citation/names.ts";
import { citationRecord } from "../src/citation/record.ts";
import { direction } from "../src/essay/scripts.ts";
import { SHARE_IMAGE, shareImageRoute } from "../src/essay/share-image.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { readEssay } from "../src/integrations/read-essay.ts";
import { runCommand } from "./command.ts";
import { type CardWords, shareCard } from "./share-images/card.ts";

const USAGE = `npm run share-images

Draws, for each language of the essay of ESSAY_DIR (content), the picture that a link to it is shown with, with the fonts of
this machine, and puts it into its folder share. It is made when its words change, and not at every build.`;

await runCommand(USAGE, async () => {
  parseArgs();
  const settings = readBuildSettings(process.env);
  const essay = await readEssay(settings.essayDirectory, settings.root);
  for (const text of Object.values(essay.texts)) {
    const { language, title, subtitle } = text;
    const record = citationRecord(essay, { origin: settings.siteUrl, basePath: settings.basePath }, language);
    const names = record.authors.map(({ name }) => name);
    const words: CardWords = {
      title,
      subtitle,
      lines: [record.nature, names.length > 0 ? listNames(names, language) : undefined].filter(
        (line) => line !== undefined,
      ),
      language,
      direction: direction(language),
    };
    const file = join(settings.essayDirectory, shareImageRoute(language));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      await sharp(Buffer.from(shareCard(words)))
        .png({ palette: true, colours: 32 })
        .toBuffer(),
    );
    console.log(`${file} (${SHARE_IMAGE.width} × ${SHARE_IMAGE.height})`);
  }
});
