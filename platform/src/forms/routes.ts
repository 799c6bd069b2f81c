import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `forms/pages/${name}.tsx`;

/** Forms as data: those an organisation makes, those one answers, and answers by link. */
export const formRoutes: RouteConfigEntry[] = [
	route("forms", page("forms")),
	route("forms/new", page("form-new")),
	route("forms/answers/:answerId", page("answer")),
	route("forms/answers/:answerId/excel", page("answer-excel")),
	route("forms/answers/:answerId/take/:file/:fileId?", page("answer-take")),
	route("forms/:formId", page("form")),
	route("forms/:formId/parts/:partId", page("part")),
	route("forms/:formId/preview", page("preview")),
	route("forms/:formId/publish", page("publish")),
	route("forms/:formId/answers", page("answers")),
	route("forms/:formId/ask", page("ask")),
	route("forms/:formId/export/:file", page("export")),
	route("link/:token/form", page("link-answer")),
	route("link/:token/form/excel", page("link-excel")),
	route("link/:token/form/take/:file/:fileId?", page("link-take")),
];
