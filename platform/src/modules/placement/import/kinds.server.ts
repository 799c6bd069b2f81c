import { currentSheet, type ImportKind, type ImportWords } from "../../../import/kind.server.ts";
import type { Language } from "../../../language.ts";
import { mandateOf } from "../../organisation/service.server.ts";

import { requestSheet } from "../request/sheet.ts";
import { mayCoordinate } from "../rules.ts";
import { capacityImporter } from "./capacity/importer.server.ts";
import { capacityImportSheet } from "./capacity/sheet.ts";
import { capacityWords } from "./capacity/text.ts";
import { courseImporter } from "./courses/importer.server.ts";
import { courseSheet } from "./courses/sheet.ts";
import { courseWords } from "./courses/text.ts";
import { currentCapacity, currentCourses, currentRequests, currentStudents } from "./current.server.ts";
import { requestImporter } from "./requests/importer.server.ts";
import { requestWords } from "./requests/text.ts";
import { studentImporter } from "./students/importer.server.ts";
import { studentSheet } from "./students/sheet.ts";
import { studentWords } from "./students/text.ts";

type Own = "words" | "importer" | "verbs" | "current";

/** Coordinators bring it in, and see what their colleagues are bringing. */
function kindOf(
	name: string,
	words: Readonly<Record<Language, ImportWords>>,
	own: Omit<Pick<ImportKind, Own>, "words">,
): ImportKind {
	return {
		...{ ...own, name },
		words: (language) => words[language],
		mayImport: async (work) => mayCoordinate(await mandateOf(work)),
		mayOpenAll: async (work) => mayCoordinate(await mandateOf(work)),
		seenAt: () => `/placement/${name}`,
	};
}

/** What this room takes in from spreadsheets. */
export const placementImports: readonly ImportKind[] = [
	kindOf("courses", courseWords, {
		importer: courseImporter,
		verbs: { taken: "course.import", exported: "course.export" },
		current: async (work, organisationId, about) =>
			currentSheet(courseSheet, await currentCourses(work, organisationId, about.language), about),
	}),
	kindOf("students", studentWords, {
		importer: studentImporter,
		verbs: { taken: "student.import", exported: "student.export" },
		current: async (work, organisationId, about) =>
			currentSheet(studentSheet, await currentStudents(work, organisationId), about),
	}),
	kindOf("capacity", capacityWords, {
		importer: capacityImporter,
		verbs: { taken: "capacity.import", exported: "capacity.export" },
		current: async (work, organisationId, about) =>
			currentSheet(capacityImportSheet, await currentCapacity(work, organisationId, about.language), about),
	}),
	kindOf("requests", requestWords, {
		importer: requestImporter,
		verbs: { taken: "request.import", exported: "request.export" },
		current: async (work, organisationId, about) =>
			currentSheet(requestSheet, await currentRequests(work, organisationId), about),
	}),
];
