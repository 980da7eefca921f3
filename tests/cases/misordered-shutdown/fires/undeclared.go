// Only this block is there to read: nothing that main calls is declared, and the stops are in reverse order.
package main

func main() {
	cellar := DigCellar()
	kitchen := FitKitchen(cellar)
	tavern := FoundTavern(kitchen)

	defer tavern.Shut()
	defer kitchen.Shut() // want misordered-shutdown "kitchen"
	defer cellar.Shut()  // want misordered-shutdown "cellar"

	tavern.Welcome()
}
