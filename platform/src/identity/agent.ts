const browsers = [
	["Edge", /\bEdgA?\//],
	["Opera", /\bOPR\//],
	["Samsung Internet", /\bSamsungBrowser\//],
	["Firefox", /\b(Firefox|FxiOS)\//],
	["Chrome", /\b(Chrome|CriOS)\//],
	["Safari", /\bSafari\//],
] as const;

const systems = [
	["iPhone", /\biPhone\b/],
	["iPad", /\biPad\b/],
	["Android", /\bAndroid\b/],
	["Windows", /\bWindows\b/],
	["Mac", /\bMac OS X\b/],
	["ChromeOS", /\bCrOS\b/],
	["Linux", /\bLinux\b/],
] as const;

/** A browser in words a person recognises ("Firefox, Windows") from what it says of itself; null when it says nothing we know. */
export function describeAgent(agent: string | null): string | null {
	const browser = browsers.find(([, pattern]) => pattern.test(agent ?? ""))?.[0];
	const system = systems.find(([, pattern]) => pattern.test(agent ?? ""))?.[0];
	return [browser, system].filter(Boolean).join(", ") || null;
}
