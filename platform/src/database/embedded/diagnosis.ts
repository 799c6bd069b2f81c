import { existsSync, statfsSync } from "node:fs";
import { findBroken, tryRun } from "./binaries.ts";
import { clusterVersion } from "./cluster.ts";
import { EmbeddedPostgresFault } from "./fault.ts";
import { readText } from "./files.ts";
import type { FaultData, Finding, ObservationCode } from "./finding.ts";
import { tryLock } from "./lock.ts";
import { choosePlace, type Place } from "./place.ts";
import { nativeFolderFor, type Platform, thisPlatform } from "./platform.ts";
import { nearestExisting } from "./privileges.ts";
import { isServerOf, readPostmasterFile } from "./server-process.ts";

const littleSpaceMegabytes = 1024;

/**
 * Looks at all that {@link startEmbedded} needs, without starting or repairing anything; safe beside a running program.
 * The words for a finding are in `findingMessage` and `findingRemedy`.
 */
export async function diagnoseEmbedded(options: { dataFolder: string; platform?: Platform }): Promise<Finding[]> {
	const { dataFolder, platform = thisPlatform() } = options;
	const findings: Finding[] = [];
	const native = await kept(findings, async () => nativeFolderFor(platform));
	if (native !== undefined) findings.push(good("platform-supported", { platform: platform.name }));
	const place = await kept(findings, () => choosePlace(dataFolder));
	if (place !== undefined) findings.push(accountFinding(place));
	if (native !== undefined) findings.push(await binariesFinding(native, place));
	if (place !== undefined) {
		findings.push(...(await folderFindings(place)));
		await kept(findings, async () => findings.push(...(await runningFindings(place))));
	}
	return findings;
}

/** Runs a look; a fault it throws becomes a finding. */
async function kept<T>(findings: Finding[], look: () => Promise<T>): Promise<T | undefined> {
	try {
		return await look();
	} catch (error) {
		if (!(error instanceof EmbeddedPostgresFault)) throw error;
		findings.push({ severity: "fault", code: error.code, data: error.data });
		return undefined;
	}
}

function good(code: ObservationCode, data: FaultData): Finding {
	return { severity: "good", code, data };
}

function notice(code: ObservationCode, data: FaultData): Finding {
	return { severity: "notice", code, data };
}

function accountFinding({ account }: Place): Finding {
	switch (account.kind) {
		case "self":
			return good("runs-as-self", {});
		case "namespace":
			return good("runs-in-namespace", {});
		case "other":
			return good("runs-as-other", { user: String(account.user) });
	}
}

async function binariesFinding(native: string, place: Place | undefined): Promise<Finding> {
	const broken = findBroken(native);
	if (broken.links.length + broken.programs.length > 0) return notice("binaries-need-repair", { folder: native });
	const asUs = await tryRun(native, { account: { kind: "self" } });
	if (typeof asUs === "string") {
		return { severity: "fault", code: "binaries-do-not-run", data: { folder: native, said: asUs } };
	}
	if (place !== undefined && typeof (await tryRun(native, place)) === "string") {
		return notice("binaries-will-be-copied", { folder: place.root });
	}
	return good("binaries-run", { version: asUs.version });
}

async function folderFindings(place: Place): Promise<Finding[]> {
	const version = clusterVersion(place);
	const { bavail, bsize } = statfsSync(nearestExisting(place.root).folder);
	const megabytes = Math.floor((bavail * bsize) / (1024 * 1024));
	return [
		version === undefined
			? good("no-cluster-yet", { folder: place.root })
			: good("cluster-found", { folder: place.root, version }),
		...(place.pointer === undefined ? [] : [notice("data-kept-elsewhere", { folder: place.root })]),
		...(megabytes < littleSpaceMegabytes ? [notice("little-disk-space", { folder: place.root, megabytes })] : []),
	];
}

async function runningFindings(place: Place): Promise<Finding[]> {
	if (!existsSync(place.programLock)) return [];
	const lock = await tryLock(place.programLock, place.account);
	if (lock === undefined) {
		return [notice("program-running", { folder: place.root, holder: readText(place.programLock) ?? "?" })];
	}
	lock.release();
	const found = readPostmasterFile(place.cluster);
	if (found === undefined || !isServerOf(found.pid, place.cluster)) return [];
	return [notice("server-left-running", { folder: place.root, holder: String(found.pid) })];
}
