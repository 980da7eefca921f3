// curfew: --level advice
// There is no context at hand: the channel is the only way to end it.
package cases

func Consume(jobs <-chan func()) {
	for job := range jobs {
		job()
	}
}
