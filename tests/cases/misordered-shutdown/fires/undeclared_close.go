// Nothing that main calls is declared, but Close is io.Closer's word for it, and each defer closes what the one before it still uses.
package main

func main() {
	cellar := DigCellar()
	kitchen := FitKitchen(cellar)
	tavern := FoundTavern(kitchen)

	defer tavern.Close()
	defer kitchen.Close() // want misordered-shutdown[warning] "kitchen"
	defer cellar.Close()  // want misordered-shutdown[warning] "cellar"

	tavern.Welcome()
}
