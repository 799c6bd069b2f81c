import type { Language } from "../../../language.ts";
import { professionOf } from "../capacity/codes.ts";
import type { Request } from "./contract.ts";
import { standingOf } from "./rules.ts";
import type { RequestSheetRow } from "./sheet.ts";
import { requestText } from "./text.ts";

/** A request as a row of the list everyone e-mails: what an import reads back, and what became of it. */
export function listedRequest(request: Request, language: Language, today: string): readonly RequestSheetRow[] {
	const profession = professionOf(request.profession);
	if (profession === null) return [];
	const {
		institutionName: institution,
		hostName: host,
		programme,
		courseName,
		yearOfStudy,
		firstDay,
		lastDay,
	} = request;
	const { places, answerBy, message, offered, unmetReason: reason } = request;
	const isAnswered = request.state === "answered";
	return [
		{
			...{ institution, host, programme, courseName, profession, yearOfStudy, firstDay, lastDay },
			...{ places, answerBy, message, reason },
			state: requestText[language].standings[standingOf(request, today)],
			offered: isAnswered ? offered : null,
			unmet: isAnswered ? String(Math.max(0, places - offered)) : null,
		},
	];
}
