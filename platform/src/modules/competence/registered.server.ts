import type { Room } from "../../room.server.ts";
import { actualImport } from "./actual/import/importer.server.ts";
import { competenceAuditKinds, competenceAuditWords } from "./audit-words.ts";
import { bindStudies } from "./service.server.ts";
import { findCompetenceShortcuts } from "./shortcuts.server.ts";
import { studyOwnData } from "./study/own-data.server.ts";
import { findWaitingCompetence } from "./waiting.server.ts";

/** What the room competence gives the house. */
export const competence: Room = {
	auditWords: competenceAuditWords,
	auditKinds: competenceAuditKinds,
	imports: [actualImport],
	ownData: studyOwnData,
	bindings: { competence: bindStudies },
	tokenAreas: {
		competence: {
			nb: "kompetanse: hvem som er under utdanning",
			nn: "kompetanse: kven som er under utdanning",
			en: "competence: who is in education",
		},
	},
	shortcuts: { competence: findCompetenceShortcuts },
	waiting: { competence: findWaitingCompetence },
};
