import { type FormPurpose, registerFormPurpose } from "./forms/purpose.ts";
import { registerAuditKinds, registerAuditWords } from "./identity/audit-words.ts";
import { type Bind, registerBinding } from "./identity/binding.server.ts";
import { type LinkPurpose, registerLinkPurpose } from "./identity/link-purpose.server.ts";
import { registerOwnData } from "./identity/own-data.server.ts";
import type { OwnDataPart } from "./identity/own-data-part.ts";
import { type RoleWords, registerRoleWords } from "./identity/role-words.ts";
import { registerTokenArea } from "./identity/token-area.ts";
import { type ImportKind, type ImportWay, registerImportKind, registerImportWay } from "./import/kind.server.ts";
import type { Job } from "./job/job.server.ts";
import { registerJobs } from "./job/registry.server.ts";
import type { Cron, Registrations, Task } from "./job/task.server.ts";
import type { Language } from "./language.ts";
import type { CalendarSource } from "./notice/calendar-source.ts";
import type { NoticeKind } from "./notice/kind.ts";
import { registerCalendars, registerNotices } from "./notice/registry.server.ts";
import { type FindArenas, registerArenas } from "./registry/arenas.server.ts";
import { type Concerning, registerConcerning } from "./registry/concerning.server.ts";
import { type CountDeliveries, registerDelivery } from "./registry/deliveries.server.ts";
import { type Holder, registerHolder } from "./registry/holders.server.ts";
import { type LeftBehind, registerLeftBehind } from "./registry/left-behind.server.ts";
import {
	type FindObjects,
	registerObjectKind,
	registerObjectSearch,
	type SearchObjects,
} from "./registry/objects.server.ts";
import { type FindShortcuts, registerShortcuts } from "./registry/shortcuts.server.ts";
import { type FindWaiting, registerWaiting } from "./registry/waiting.server.ts";
import { registerWritten, type WriteOut } from "./registry/written.server.ts";

type Words = Readonly<Record<Language, string>>;
type Named<What> = Readonly<Record<string, What>>;

/** What one room gives the house. All that a room has not is left out. */
export type Room = {
	readonly jobs?: readonly Job[];
	readonly tasks?: readonly Task[];
	readonly cron?: readonly Cron[];
	readonly sweeps?: Registrations["sweeps"];
	readonly notices?: readonly NoticeKind[];
	readonly calendars?: readonly CalendarSource[];
	/** What its verbs in the log mean, by verb. */
	readonly auditWords?: Named<Words>;
	/** What its objects in the log are called, by kind. */
	readonly auditKinds?: Named<Words>;
	readonly ownData?: readonly OwnDataPart[];
	/** How objects are found, by kind. */
	readonly objects?: Named<FindObjects>;
	/** How objects are searched for by those who want to point at one, by kind. */
	readonly searches?: Named<SearchObjects>;
	/** What its objects say, for those who are asked about one and cannot open it, by kind. */
	readonly written?: Named<WriteOut>;
	/** What it has about the objects of other rooms, by name. */
	readonly concerning?: Named<Concerning>;
	/** What people hold in it, which a hand-over takes along. */
	readonly holders?: readonly Holder[];
	/** What names people in it and a hand-over cannot take along. */
	readonly leftBehind?: readonly LeftBehind[];
	readonly imports?: readonly ImportKind[];
	readonly importWays?: readonly ImportWay[];
	/** What waits for people, by the part of the room it waits in. */
	readonly waiting?: Named<FindWaiting>;
	/** The ways a room offers people by their roles, from the front page and from objects of other rooms. */
	readonly shortcuts?: Named<FindShortcuts>;
	/** What is counted as delivered, by measure. */
	readonly deliveries?: Named<CountDeliveries>;
	/** Where organisations meet. */
	readonly arenas?: FindArenas;
	/** What is tied to a person who proves an address, by room. */
	readonly bindings?: Named<Bind>;
	/** What links without an account lead to, by purpose. */
	readonly links?: Named<LinkPurpose>;
	/** What forms made as data are for in it, by name. */
	readonly forms?: Named<FormPurpose>;
	readonly roleWords?: RoleWords;
	/** Parts of the HTTP API that a token can be given, by name. */
	readonly tokenAreas?: Named<Words>;
};

/** Makes the rooms known to the house, in their order, and gives what workers run. Called once, at start-up. */
export function registerRooms(rooms: readonly Room[]): Registrations {
	const jobs = rooms.flatMap((room) => room.jobs ?? []);
	registerJobs(jobs);
	registerNotices(rooms.flatMap((room) => room.notices ?? []));
	registerCalendars(rooms.flatMap((room) => room.calendars ?? []));
	for (const room of rooms) registerNamed(room);
	return {
		jobs,
		tasks: rooms.flatMap((room) => room.tasks ?? []),
		cron: rooms.flatMap((room) => room.cron ?? []),
		sweeps: rooms.flatMap((room) => room.sweeps ?? []),
	};
}

function registerNamed(room: Room): void {
	registerAuditWords(room.auditWords ?? {});
	registerAuditKinds(room.auditKinds ?? {});
	for (const part of room.ownData ?? []) registerOwnData(part);
	for (const holder of room.holders ?? []) registerHolder(holder);
	for (const left of room.leftBehind ?? []) registerLeftBehind(left);
	for (const kind of room.imports ?? []) registerImportKind(kind);
	for (const way of room.importWays ?? []) registerImportWay(way);
	each(room.objects, registerObjectKind);
	each(room.searches, registerObjectSearch);
	each(room.written, registerWritten);
	each(room.concerning, registerConcerning);
	each(room.waiting, registerWaiting);
	each(room.shortcuts, registerShortcuts);
	each(room.deliveries, registerDelivery);
	each(room.bindings, registerBinding);
	each(room.links, registerLinkPurpose);
	each(room.forms, registerFormPurpose);
	each(room.tokenAreas, (area, title) => registerTokenArea({ area, title }));
	if (room.arenas) registerArenas(room.arenas);
	if (room.roleWords) registerRoleWords(room.roleWords);
}

function each<What>(named: Named<What> | undefined, register: (name: string, what: What) => void): void {
	for (const [name, what] of Object.entries(named ?? {})) register(name, what);
}
