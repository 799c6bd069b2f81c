import { z } from "zod";
import { inEachLanguage } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { publishText } from "./text.ts";

/** Tells a student where the placement is. */
export const placementPublished = defineNotice({
	kind: "placement.published",
	detail: z.object({ siteName: z.string(), courseName: z.string() }),
	name: inEachLanguage((language) => publishText[language].notices.published.name),
	text: inEachLanguage((language) => publishText[language].notices.published),
});
