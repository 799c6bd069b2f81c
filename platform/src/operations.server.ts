import type { Operation } from "./api/operation.server.ts";
import { agreementOperations } from "./modules/agreement/api.server.ts";
import { competenceOperations } from "./modules/competence/api.server.ts";
import { meetingOperations } from "./modules/meeting/api.server.ts";
import { enquiryOperations } from "./modules/meeting/enquiry/api.server.ts";
import { organisationOperations } from "./modules/organisation/api.server.ts";
import { capacityOperations } from "./modules/placement/capacity/api.server.ts";
import { collectionOperations } from "./modules/placement/capacity/collection-api.server.ts";
import { loadOperations } from "./modules/placement/capacity/load-api.server.ts";
import { courseOperations } from "./modules/placement/course/api.server.ts";
import { placementOperations } from "./modules/placement/publish/api.server.ts";
import { requestOperations } from "./modules/placement/request/api.server.ts";
import { rosterOperations } from "./modules/placement/roster/api.server.ts";
import { roundOperations } from "./modules/placement/round/api.server.ts";
import { planOperations } from "./modules/placement/round/plan-api.server.ts";
import { runOperations } from "./modules/placement/round/run-api.server.ts";

/** Everything the HTTP API can do. A room adds one line: its own operations. */
export const operations: readonly Operation[] = [
	...organisationOperations,
	...agreementOperations,
	...meetingOperations,
	...enquiryOperations,
	...competenceOperations,
	...capacityOperations,
	...collectionOperations,
	...loadOperations,
	...courseOperations,
	...requestOperations,
	...rosterOperations,
	...roundOperations,
	...runOperations,
	...planOperations,
	...placementOperations,
];
