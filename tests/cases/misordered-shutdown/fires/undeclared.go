// curfew: --level advice
// Only this block is there to read: nothing that main calls is declared, and what look like stops are in reverse order.
package main

func main() {
	cellar := DigCellar()
	kitchen := FitKitchen(cellar)
	tavern := FoundTavern(kitchen)

	defer tavern.Shut()
	defer kitchen.Shut() // want misordered-shutdown[advice] "kitchen"
	defer cellar.Shut()  // want misordered-shutdown[advice] "cellar"

	tavern.Welcome() // want exit-skips-defers[advice] "Welcome"
}
