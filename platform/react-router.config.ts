import type { Config } from "@react-router/dev/config";

export default {
	appDirectory: "src",
	buildDirectory: "build",
	// A pattern, not a name: the server has several entries (the command line, worker threads), see vite.config.ts.
	serverBuildFile: "[name].js",
	ssr: true,
	future: {
		v8_middleware: true,
		v8_passThroughRequests: true,
		v8_splitRouteModules: true,
		v8_trailingSlashAwareDataRequests: true,
		v8_viteEnvironmentApi: true,
	},
} satisfies Config;
