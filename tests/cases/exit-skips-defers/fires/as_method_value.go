// curfew: --level advice
// SIGTERM arrives: the serving call and the stops are method values.
package main

type DB struct{}

func NewDB() *DB
func (d *DB) Close() error

type API struct{}

func NewAPI(d *DB) *API
func (a *API) Serve() error
func (a *API) Close() error

func main() {
	db := NewDB()
	closeDB := db.Close
	defer closeDB()
	api := NewAPI(db)
	closeAPI := api.Close
	defer closeAPI()
	serve := api.Serve
	serve() // want exit-skips-defers[advice] "erve"
}
