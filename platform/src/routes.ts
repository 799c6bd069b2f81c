import { index, type RouteConfig, route } from "@react-router/dev/routes";
import { formRoutes } from "./forms/routes.ts";
import { identityRoutes } from "./identity/routes.ts";
import { importRoutes } from "./import/routes.ts";
import { jobRoutes } from "./job/routes.ts";
import { agreementRoutes } from "./modules/agreement/routes.ts";
import { competenceRoutes } from "./modules/competence/routes.ts";
import { developmentRoutes } from "./modules/development/routes.ts";
import { fundingRoutes } from "./modules/funding/routes.ts";
import { meetingRoutes } from "./modules/meeting/routes.ts";
import { organisationRoutes } from "./modules/organisation/routes.ts";
import { placementRoutes } from "./modules/placement/routes.ts";
import { noticeRoutes } from "./notice/routes.ts";

/** Every page of the product. A room adds one line: its own routes. Paths are relative to this folder. */
export default [
	index("modules/organisation/pages/home.tsx"),
	route("administration", "administration.tsx"),
	route("api", "api-document.tsx"),
	...formRoutes,
	...identityRoutes,
	...importRoutes,
	...jobRoutes,
	...meetingRoutes,
	...noticeRoutes,
	...organisationRoutes,
	...agreementRoutes,
	...competenceRoutes,
	...developmentRoutes,
	...fundingRoutes,
	...placementRoutes,
	route("outline.svg", "geography/outline-drawing.ts"),
	route("*", "missing.tsx"),
] satisfies RouteConfig;
