import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Sign-in, representing an organisation, links, what a person sees of themselves, and what administrators do. */
export const identityRoutes: RouteConfigEntry[] = [
	route("sign-in", "identity/pages/sign-in.tsx"),
	route("sign-in/:provider", "identity/pages/sign-in-start.tsx"),
	route("sign-in/:provider/callback", "identity/pages/sign-in-answer.tsx"),
	route("sign-in/:provider/ended", "identity/pages/sign-in-ended.ts"),
	route("sign-out", "identity/pages/sign-out.tsx"),
	route("signed-out", "identity/pages/signed-out.ts"),
	route("represent", "identity/pages/represent.tsx"),
	route("link/:token", "identity/pages/link.tsx"),
	route("link/:token/join", "identity/pages/link-join.tsx"),
	route("profile", "identity/pages/profile.tsx"),
	route("profile/accounts", "identity/pages/profile-accounts.tsx"),
	route("profile/sessions", "identity/pages/profile-sessions.tsx"),
	route("profile/tokens", "identity/pages/profile-tokens.tsx"),
	route("profile/log", "identity/pages/profile-log.tsx"),
	route("profile/data", "identity/pages/profile-data.tsx"),
	route("profile/data/export", "identity/pages/profile-data-export.tsx"),
	route("administration/providers", "identity/pages/administration-providers.tsx"),
	route("administration/tokens", "identity/pages/administration-tokens.tsx"),
	route("administration/sessions", "identity/pages/administration-sessions.tsx"),
	route("administration/log", "identity/pages/administration-log.tsx"),
	route("administration/log/export", "identity/pages/administration-log-export.tsx"),
	route("language", "identity/pages/language.tsx"),
];
