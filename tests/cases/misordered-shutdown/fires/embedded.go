// app returns: the user embeds a pointer to its dependency, and its own Close hides the promoted one.
package cases

type Engine struct{}

func StartEngine() *Engine
func (e *Engine) Close() error

type Car struct {
	*Engine
	doors int
}

func (c *Car) Close() error {
	c.doors = 0
	return nil
}

func app(drive func(*Car)) {
	engine := StartEngine()
	car := &Car{Engine: engine, doors: 4}
	defer car.Close()
	defer engine.Close() // want misordered-shutdown "engine"
	drive(car)
}
