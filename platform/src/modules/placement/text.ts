import { defineText } from "../../language.ts";

/** Words every part of the room uses. Each part has its own text beside these. */
export const placementText = defineText({
	nb: {
		title: "Praksis",
		views: "Deler av praksis",
		rounds: "Runder",
		capacity: "Kapasitet",
		requests: "Bestillinger",
		students: "Studenter",
		courses: "Emner",
		placements: "Plasser",
		own: "Min praksis",
	},
	nn: {
		title: "Praksis",
		views: "Delar av praksis",
		rounds: "Rundar",
		capacity: "Kapasitet",
		requests: "Tingingar",
		students: "Studentar",
		courses: "Emne",
		placements: "Plassar",
		own: "Praksisen min",
	},
	en: {
		title: "Placement",
		views: "Parts of placement",
		rounds: "Rounds",
		capacity: "Capacity",
		requests: "Requests",
		students: "Students",
		courses: "Courses",
		placements: "Placements",
		own: "My placement",
	},
});
