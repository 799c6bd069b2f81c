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

/** Reminds a student who has not answered. */
export const placementUnanswered = defineNotice({
	kind: "placement.unanswered",
	detail: z.object({ siteName: z.string(), courseName: z.string() }),
	name: inEachLanguage((language) => publishText[language].notices.unanswered.name),
	text: inEachLanguage((language) => publishText[language].notices.unanswered),
});

/** Tells a student that the place they had is no longer theirs. */
export const placementWithdrawn = defineNotice({
	kind: "placement.withdrawn",
	/** `out`: the student has left the round, and no other place comes. */
	detail: z.object({ siteName: z.string(), courseName: z.string(), out: z.boolean().optional() }),
	name: inEachLanguage((language) => publishText[language].notices.withdrawn.name),
	text: inEachLanguage((language) => publishText[language].notices.withdrawn),
});
