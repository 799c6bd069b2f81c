import type { Delivery, Lead, MemberFacts, NetworkFacts, OrderFacts } from "../network/contract.ts";

type Days<Facts, Fields extends string> = Omit<Facts, Fields> & { readonly [Field in Fields]: number | null };

/** A member by the number of a municipality, or by the key of an institution; days are days ago. */
export type DemoMember = {
	readonly place: { readonly number: string } | { readonly key: string };
	readonly facts: Days<Omit<MemberFacts, "partyId" | "name">, "invitedOn" | "joinedOn" | "adoptedOn" | "pledgedOn">;
	readonly left?: { readonly ago: number; readonly because: string };
	readonly delivered?: readonly Pick<Delivery, "hours" | "note">[];
};

const joined: DemoMember["facts"] = {
	...{ standing: "member", invitedOn: 830, joinedOn: 800, adoptedBy: "Kommunestyret", adoptedOn: 815 },
	...{ anchored: "line", contactRole: "Kommunalsjef helse og mestring", contactName: "", contactEmail: null },
	...{
		pledgedShare: null,
		pledgedHours: 120,
		pledgedKroner: 40_000,
		pledgedOn: 815,
		pledgedWhere: "Samarbeidsavtalen",
	},
};

/** Who takes part without being a member decides and promises nothing. */
const beside: DemoMember["facts"] = {
	...joined,
	...{ standing: "beside", invitedOn: null, adoptedBy: "", adoptedOn: null, anchored: null, pledgedHours: null },
	...{ pledgedKroner: null, pledgedOn: null, pledgedWhere: "" },
};

/** A network four municipalities own, with a college and a development centre beside: well led, and with one member that has not put in what it promised. */
export const demoNetwork: {
	readonly facts: Days<NetworkFacts, "foundedOn" | "planUntil">;
	readonly own: Omit<DemoMember, "place">;
	readonly members: readonly DemoMember[];
	/** Who has led, by the place of the member in the list above; 0 is the keeper. */
	readonly leads: readonly (Pick<Lead, "name" | "handedOver"> & { readonly member: number; readonly ago: number })[];
	readonly orders: readonly (Omit<OrderFacts, "memberId"> & { readonly member: number; readonly planned: boolean })[];
	readonly notes: readonly { readonly ago: number; readonly note: string; readonly source: string }[];
} = {
	facts: {
		...{ name: "Fagnettverk for helse og mestring på Innherred", kind: "owned", foundedOn: 800 },
		purpose: "Innbyggerne skal få like god hjelp i hele regionen, også der kommunen er for liten til å kunne alt selv.",
		foundedBy: "Kommunestyrene, sak om regionalt samarbeid",
		owners: "Ordførerne eier det, kommunedirektørene er styre",
		decides: "Medlemmene bestemmer i samlingen, ved enighet",
		...{ moneyKind: "fee", money: "40 000 kroner i året fra hver kommune", leadRotates: true, gatheringsAYear: 4 },
		plan: "Felles kurs i palliasjon. Like rutiner for ernæring. Hospitering mellom sykehjemmene.",
		planUntil: -200,
	},
	own: { facts: { ...beside, contactRole: "Nettverksleder", contactName: "Kirsten Voldsund" } },
	members: [
		{
			place: { number: "5038" },
			facts: { ...joined, contactName: "Arne Solemdal", contactRole: "Prosjektleder" },
			delivered: [{ hours: 96, note: "Leder og tre samlinger" }],
		},
		{ place: { number: "5037" }, facts: joined, delivered: [{ hours: 84, note: "Kurs i palliasjon" }] },
		{ place: { number: "5006" }, facts: joined, delivered: [{ hours: 20, note: "To samlinger" }] },
		{
			place: { number: "5035" },
			facts: { ...joined, anchored: "staff", pledgedOn: null, pledgedWhere: "", contactRole: "Rådgiver i stab" },
		},
		{
			place: { number: "5031" },
			facts: joined,
			left: { ago: 120, because: "For lang vei til samlingene, og ingen vikar" },
		},
		{
			place: { key: "institution-1174" },
			facts: { ...beside, invitedOn: 700, joinedOn: 680, contactRole: "Studieleder" },
		},
	],
	leads: [
		{
			member: 1,
			name: "Grete Haugan",
			ago: 790,
			handedOver: "Kurset i palliasjon er lovet til høsten. Spør Nord om lokaler.",
		},
		{ member: 1, name: "Arne Solemdal", ago: 300, handedOver: "" },
	],
	orders: [
		{
			member: 2,
			wish: "Felles kurs i palliasjon for nattevakter",
			orderedBy: "Enhetsleder sykehjem",
			isLine: true,
			importance: 1,
			planned: true,
		},
		{
			member: 3,
			wish: "Like rutiner for ernæring i hjemmetjenesten",
			orderedBy: "Kommunalsjef helse",
			isLine: true,
			importance: 2,
			planned: false,
		},
		{
			member: 4,
			wish: "Dele erfaringer med velferdsteknologi",
			orderedBy: "Rådgiver i stab",
			isLine: false,
			importance: 3,
			planned: false,
		},
	],
	notes: [
		{ ago: 700, note: "Fem kommuner er med.", source: "Referat fra første samling" },
		{ ago: 690, note: "Fire kommuner er med; den femte har ikke vedtatt det ennå.", source: "Brev fra sekretariatet" },
	],
};
