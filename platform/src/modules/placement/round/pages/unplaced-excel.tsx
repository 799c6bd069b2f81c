import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readRoundHead } from "../service.server.ts";
import type { Route } from "./+types/unplaced-excel";
import { runPagesText } from "./run.text.ts";
import { unplacedText } from "./unplaced.text.ts";
import { readUnplaced, tried } from "./unplaced-rows.server.ts";
import { reasonOf, remedyOf } from "./unplaced-words.ts";

const columns = [
	{ key: "student", kind: "text", ...header((language) => runPagesText[language].planColumns.student) },
	{ key: "institution", kind: "text", ...header((language) => unplacedText[language].institution) },
	{ key: "course", kind: "text", ...header((language) => runPagesText[language].planColumns.course) },
	{ key: "reason", kind: "text", ...header((language) => unplacedText[language].reason) },
	{ key: "takes", kind: "text", ...header((language) => unplacedText[language].whatItTakes) },
] as const;

/** More rows than any round has. */
const everything = 1_000_000;

/** Everyone of a plan without a place as Excel: why, and what it would take. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading } = visit;
	const round = (await reading((work) => readRoundHead(work, params.roundId))) ?? missing();
	const cut = { offset: 0, pageSize: everything };
	const { rows } = await readUnplaced(reading, params.runId, cut, { most: tried.list, whole: true, inTime: false });
	return listAsExcel(visit, {
		...{ verb: "round.export", columns },
		...{ name: runPagesText[language].unplaced, file: unplacedText[language].fileName },
		note: (day) => `${round.round.name}, ${day}.`,
		read: async () =>
			rows.map((row) => {
				const { lines, rules } = reasonOf(row, language);
				return {
					...{ student: row.student, institution: row.institution, course: row.course },
					reason: [...lines, ...rules].join("\n"),
					takes: remedyOf(row, language).join("\n"),
				};
			}),
	});
}
