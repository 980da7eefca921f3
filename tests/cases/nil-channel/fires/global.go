// Run time: the package's channel is never made.
package cases

var updates chan string

func Publish(s string) {
	updates <- s // want nil-channel "updates is nil here, and a send to it"
}
