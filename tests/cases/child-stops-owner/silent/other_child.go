// The owner's stop stops children of another type: the one that calls is not among them.
package cases

type App struct{ timers []*timer }

func (a *App) Stop() {
	for _, t := range a.timers {
		t.end()
	}
}

type timer struct{ quit chan struct{} }

func (t *timer) end() { close(t.quit) }

type Window struct{ app *App }

func (w *Window) Closed() { w.app.Stop() }
