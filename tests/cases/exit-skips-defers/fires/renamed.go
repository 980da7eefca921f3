// curfew: --level advice
// SIGTERM arrives: main stands in Welcome, which is not seen, and the three deferred stops stay undone.
package main

type Cellar struct{}

func DigCellar() *Cellar
func (c *Cellar) Shut() error

type Kitchen struct{}

func FitKitchen(c *Cellar) *Kitchen
func (k *Kitchen) Shut() error

type Tavern struct{}

func FoundTavern(k *Kitchen) *Tavern
func (t *Tavern) Welcome() error
func (t *Tavern) Shut() error

func main() {
	cellar := DigCellar()
	kitchen := FitKitchen(cellar)
	tavern := FoundTavern(kitchen)

	defer cellar.Shut()
	defer kitchen.Shut()
	defer tavern.Shut()

	tavern.Welcome() // want exit-skips-defers[advice] "Welcome"
}
