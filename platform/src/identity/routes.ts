import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Sign-in, representing an organisation, and language. */
export const identityRoutes: RouteConfigEntry[] = [
	route("sign-in", "identity/pages/sign-in.tsx"),
	route("sign-in/:provider", "identity/pages/sign-in-start.tsx"),
	route("sign-in/:provider/callback", "identity/pages/sign-in-answer.tsx"),
	route("sign-out", "identity/pages/sign-out.tsx"),
	route("represent", "identity/pages/represent.tsx"),
	route("language", "identity/pages/language.tsx"),
];
