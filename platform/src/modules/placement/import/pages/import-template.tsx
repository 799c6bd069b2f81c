import { fileAnswer } from "../../../../spreadsheet/answer.server.ts";
import { writeTemplate } from "../../../../spreadsheet/template.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { importKinds } from "../contract.ts";
import { importers } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-template";

/** A template to fill in. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const kind = importKinds.find((one) => url.pathname.startsWith(`/placement/${one}/`)) ?? missing();
	const contract = await reading(importers[kind].sheet);
	return fileAnswer(await writeTemplate(contract, language), importText[language].files[kind]);
}
