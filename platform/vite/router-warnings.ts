import type { Plugin } from "vite";

/**
 * Leaves out what the router says to whoever develops with it. A bundler always finds the router's edition for
 * development, which differs from the other in this one constant; set, the minifier drops the words behind it.
 */
export function withoutRouterWarnings(): Plugin {
	return {
		name: "without-router-warnings",
		apply: "build",
		transform: {
			filter: { id: /\/react-router\/dist\/development\// },
			handler: (code) => code.replace("ENABLE_DEV_WARNINGS = true", "ENABLE_DEV_WARNINGS = false"),
		},
	};
}
