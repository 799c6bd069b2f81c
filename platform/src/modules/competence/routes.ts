import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/competence/${name}.tsx`;

/** The pages of the room competence. Lists stand in the frame with tabs; what is about one unit stands in its own. */
export const competenceRoutes: RouteConfigEntry[] = [
	route("competence", page("pages/frame"), [
		index(page("actual/pages/units")),
		route("needs", page("need/pages/needs")),
		route("gap", page("need/pages/gap")),
		route("collections", page("collect/pages/collections")),
		route("plans", page("plan/pages/plans")),
		route("measures", page("measure/pages/measures")),
		route("studies", page("study/pages/studies")),
		route("framework", page("framework/pages/framework")),
		route("choices", page("pages/choices")),
	]),
	// actual
	route("competence/alone", page("actual/pages/alone")),
	route("competence/alone.xlsx", page("actual/pages/alone-excel")),
	route("competence/units.xlsx", page("actual/pages/units-excel")),
	route("competence/units/:unitId", page("actual/pages/unit")),
	route("competence/units/:unitId/answer", page("actual/pages/answer")),
	// need
	route("competence/needs.xlsx", page("need/pages/needs-excel")),
	route("competence/needs/new", page("need/pages/need-new")),
	route("competence/needs/:needId", page("need/pages/need")),
	route("competence/gap.xlsx", page("need/pages/gap-excel")),
	// collect
	route("competence/collections/new", page("collect/pages/collection-new")),
	route("competence/collections/:collectionId.xlsx", page("collect/pages/collection-excel")),
	route("competence/collections/:collectionId", page("collect/pages/collection")),
	route("competence/asked/:askedId", page("collect/pages/asked")),
	route("competence/asked/:askedId/take", page("collect/pages/asked-take")),
	route("competence/asked/:askedId/link", page("collect/pages/asked-link")),
	route("link/:token/competence", page("collect/pages/link-asked")),
	// plan
	route("competence/plans/new", page("plan/pages/plan-new")),
	route("competence/plans/:planId.pdf", page("plan/pages/pdf")),
	route("competence/plans/:planId/versions/:number.pdf", page("plan/pages/version-pdf")),
	route("competence/plans/:planId/edit", page("plan/pages/plan-edit")),
	route("competence/plans/:planId/next", page("plan/pages/plan-next")),
	route("competence/plans/:planId", page("plan/pages/plan-frame"), [
		index(page("plan/pages/plan")),
		route("involvement", page("plan/pages/plan-involvement")),
		route("changes", page("plan/pages/plan-changes")),
		route("orders", page("plan/pages/plan-orders")),
	]),
	// measure
	route("competence/measures.xlsx", page("measure/pages/measures-excel")),
	route("competence/measures/new", page("measure/pages/measure-new")),
	route("competence/measures/:measureId", page("measure/pages/measure")),
	// study
	route("competence/studies.xlsx", page("study/pages/studies-excel")),
	route("competence/studies/new", page("study/pages/study-new")),
	route("competence/studies/:studyId", page("study/pages/study")),
	route("competence/studies/:studyId/edit", page("study/pages/study-edit")),
	route("studies", page("study/pages/own-studies")),
	// used
	route("competence/used", page("used/pages/used")),
	route("competence/used.xlsx", page("used/pages/used-excel")),
	route("competence/used/:studyId/:months/link", page("used/pages/used-link")),
	route("link/:token/used-competence", page("used/pages/link-used")),
	// framework
	route("competence/framework.xlsx", page("framework/pages/framework-excel")),
	route("competence/framework/new", page("framework/pages/entry-new")),
	route("competence/framework/:entryId", page("framework/pages/entry")),
];
