// Nobody can import a program.
package main

func Hold() { select {} }

func main() { Hold() }
