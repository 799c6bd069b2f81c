import type { Room } from "../../room.server.ts";
import { organisationAuditKinds, organisationAuditWords } from "./audit-words.ts";
import { importAuditWords } from "./import/audit-words.ts";
import { organisationImports, publicFactsWay } from "./import/kinds.server.ts";
import { organisationObjects, organisationSearches } from "./objects.server.ts";
import { carryOverJob } from "./register/jobs.server.ts";
import { forgetPeople, forgetPeopleCron } from "./retention/forget.server.ts";
import { organisationText } from "./text.ts";
import { unitHolder } from "./unit/holder.server.ts";
import { findWaitingInOrganisation } from "./waiting.server.ts";

/** What the room organisation gives the house. */
export const organisation: Room = {
	jobs: [carryOverJob],
	tasks: [forgetPeople],
	cron: [forgetPeopleCron],
	auditWords: { ...organisationAuditWords, ...importAuditWords },
	auditKinds: organisationAuditKinds,
	objects: organisationObjects,
	searches: organisationSearches,
	holders: [unitHolder],
	imports: organisationImports,
	importWays: [publicFactsWay],
	waiting: { organisation: findWaitingInOrganisation },
	roleWords: { nb: organisationText.nb.roles, nn: organisationText.nn.roles, en: organisationText.en.roles },
	tokenAreas: {
		organisation: {
			nb: "organisasjoner, enheter og personer",
			nn: "organisasjonar, einingar og personar",
			en: "organisations, units and people",
		},
	},
};
