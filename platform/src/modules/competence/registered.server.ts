import type { Room } from "../../room.server.ts";
import { actualImport } from "./actual/import/importer.server.ts";
import { competenceAuditKinds, competenceAuditWords } from "./audit-words.ts";
import { findCompetenceShortcuts } from "./shortcuts.server.ts";
import { findWaitingCompetence } from "./waiting.server.ts";

/** What the room competence gives the house. */
export const competence: Room = {
	auditWords: competenceAuditWords,
	auditKinds: competenceAuditKinds,
	imports: [actualImport],
	shortcuts: { competence: findCompetenceShortcuts },
	waiting: { competence: findWaitingCompetence },
};
