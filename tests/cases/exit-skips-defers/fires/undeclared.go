// curfew: --level advice
// SIGTERM arrives: only this block is there to read, and nothing that main calls is declared.
package main

func main() {
	cellar := DigCellar()
	kitchen := FitKitchen(cellar)
	tavern := FoundTavern(kitchen)

	defer cellar.Shut()
	defer kitchen.Shut()
	defer tavern.Shut()

	if err := tavern.Welcome(); err != nil { // want exit-skips-defers[advice] "tavern.Welcome"
		println(err)
	}
}
