/** What the bench uses of autocannon, which ships no types. */
declare module "autocannon" {
	type Client = {
		setRequests(requests: readonly { path: string; headers: Readonly<Record<string, string>> }[]): void;
	};
	type Options = {
		url: string;
		connections: number;
		duration: number;
		timeout: number;
		setupClient(client: Client): void;
	};
	type Result = { errors: number; timeouts: number; duration: number };
	type Run = Promise<Result> & {
		on(event: "response", take: (client: Client, status: number, bytes: number, milliseconds: number) => void): void;
	};
	export default function autocannon(options: Options): Run;
}
